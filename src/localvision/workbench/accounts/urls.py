"""Routes of the accounts app."""

from localvision.workbench.accounts import views
from localvision.workbench.platform.doors import PUBLIC, route

app_name = "accounts"
urlpatterns = [
    route("sign-in/", views.sign_in, name="sign-in", door=PUBLIC),
    route("sign-out/", views.sign_out, name="sign-out", door=PUBLIC),
]
