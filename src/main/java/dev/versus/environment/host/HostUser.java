package dev.versus.environment.host;

/** User of this host, by uid and gid. */
record HostUser(int uid, int gid) {}
