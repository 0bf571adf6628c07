"""All routes of the workbench, one app after another."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("localvision.workbench.accounts.urls")),
    path("", include("localvision.workbench.programmes.urls")),
    path("<slug:programme>/", include("localvision.workbench.documents.urls")),
    path("<slug:programme>/", include("localvision.workbench.coding.urls")),
    path("<slug:programme>/", include("localvision.workbench.claims.urls")),
    path("<slug:programme>/", include("localvision.workbench.reporting.urls")),
]
