"""Routes of the documents app."""

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents import views
from localvision.workbench.platform.doors import route
from localvision.workbench.programmes.doors import member_who_may

READ = member_who_may(Capability.READ_SOURCES)
ADD = member_who_may(Capability.ADD_SOURCES)

app_name = "documents"
urlpatterns = [
    route("sources/", views.sources, name="sources", door=READ),
    route("sources/add/", views.add, name="add", door=ADD),
    route("sources/came-in/<int:number>/", views.intake, name="intake", door=ADD),
    route("sources/<slug:key>/", views.source, name="source", door=READ),
    route("sources/<slug:key>/speakers/", views.speakers, name="speakers", door=ADD),
]
