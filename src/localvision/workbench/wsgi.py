"""The door through which a web server calls the workbench."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "localvision.workbench.settings")
application = get_wsgi_application()
