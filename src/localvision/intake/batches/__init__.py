"""Many documents at once: a folder or ZIP archive, with a manifest that says what each is."""

from localvision.intake.batches.archive import iter_archive, read_archive
from localvision.intake.batches.folder import iter_folder, read_folder
from localvision.intake.batches.manifest import Manifest, ManifestRow, read_manifest
from localvision.intake.batches.records import Batch, IntakeRecord

__all__ = [
    "Batch",
    "IntakeRecord",
    "Manifest",
    "ManifestRow",
    "iter_archive",
    "iter_folder",
    "read_archive",
    "read_folder",
    "read_manifest",
]
