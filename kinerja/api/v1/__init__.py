"""The first promise: what is written here stays until there is a second one."""
