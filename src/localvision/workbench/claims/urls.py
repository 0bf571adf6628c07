"""Routes of the claims app."""

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.views import changing, limits, register, weighing
from localvision.workbench.platform.doors import route
from localvision.workbench.programmes.doors import member_who_may

READ = member_who_may(Capability.READ_CLAIMS)
WORDS = member_who_may(Capability.READ_SOURCES)
WRITE = member_who_may(Capability.WRITE_CLAIMS)
ONE = "claims/<int:number>/"

app_name = "claims"
urlpatterns = [
    route("claims/", register.claims, name="list", door=READ),
    route("claims/new/", register.new, name="new", door=WRITE),
    route(ONE, register.claim, name="claim", door=READ),
    route(f"{ONE}reword/", changing.reword, name="reword", door=WRITE),
    route(f"{ONE}status/", changing.status, name="status", door=WRITE),
    route(f"{ONE}strength/", changing.strength, name="strength", door=WRITE),
    route(f"{ONE}theme/", changing.theme, name="theme", door=WRITE),
    route(f"{ONE}evidence/", weighing.evidence, name="evidence", door=WORDS),
    route(f"{ONE}evidence/add/", weighing.pick, name="pick", door=WRITE),
    route(f"{ONE}evidence/<int:pk>/take-out/", weighing.take_out, name="take-out", door=WRITE),
    route(f"{ONE}evidence/<int:pk>/put-back/", weighing.put_back, name="put-back", door=WRITE),
    route(f"{ONE}rival/<int:pk>/weigh/", limits.weigh, name="weigh-rival", door=WRITE),
    route(f"{ONE}<slug:kind>/add/", limits.add, name="add-limit", door=WRITE),
    route(f"{ONE}<slug:kind>/<int:pk>/take-back/", limits.remove, name="take-back", door=WRITE),
]
