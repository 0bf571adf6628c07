"""Reports made of blocks, their built editions, and the way out of the workspace."""
