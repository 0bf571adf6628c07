"""Routes of the coding app."""

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.api import api_routes
from localvision.workbench.coding.views import coder, codes, counts, memos
from localvision.workbench.platform.doors import route
from localvision.workbench.programmes.doors import member_who_may

COUNT = member_who_may(Capability.SEE_COUNTS)
READ = member_who_may(Capability.READ_SOURCES)
CODE = member_who_may(Capability.CODE)

app_name = "coding"
urlpatterns = [
    route("coding/", counts.matrix, name="matrix", door=COUNT),
    route("coding/cell/", counts.cell, name="cell", door=READ),
    route("coding/voices/", counts.voices, name="voices", door=COUNT),
    route("coding/together/", counts.together, name="together", door=COUNT),
    route("coding/passages/<int:number>/", counts.passage, name="passage", door=READ),
    route("coding/codings.<slug:kind>", counts.export, name="export", door=READ),
    route("coding/codes/", codes.codes, name="codes", door=COUNT),
    route("coding/new-code/", codes.add, name="add-code", door=CODE),
    route("coding/merge-codes/", codes.merge, name="merge", door=CODE),
    route("coding/codes/<slug:key>/", codes.code, name="code", door=READ),
    route("coding/codes/<slug:key>/reword/", codes.reword, name="reword", door=CODE),
    route("coding/codes/<slug:key>/split/", codes.split, name="split", door=CODE),
    route("coding/codes/<slug:key>/retire/", codes.retire, name="retire", door=CODE),
    route("coding/memos/", memos.memos, name="memos", door=READ),
    route("coding/memos/write/", memos.write, name="write-memo", door=CODE),
    route("coding/sources/<slug:key>/", coder.coder, name="coder", door=READ),
    route("coding/sources/<slug:key>/code/", coder.code_words, name="code-words", door=CODE),
    route("coding/sources/<slug:key>/memo/", coder.memo, name="memo", door=CODE),
    route("coding/codings/<int:number>/remove/", coder.remove, name="remove", door=CODE),
    route("coding/codings/<int:number>/restore/", coder.restore, name="restore", door=CODE),
    *api_routes(),
]
