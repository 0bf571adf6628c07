"""The full-text index, which Django's models cannot describe."""

from django.db import migrations

from localvision.workbench.platform.search.index import make


class Migration(migrations.Migration):
    dependencies = [("platform", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
