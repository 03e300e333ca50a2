"""Values and ports. Standard library and numpy only; nothing here does I/O."""
