"""The `localvision` command: thin doors to the library and the workbench."""
