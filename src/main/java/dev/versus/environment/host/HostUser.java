package dev.versus.environment.host;

/** User of this host, by uid and gid. */
record HostUser(int uid, int gid) {

    private static final int ROOT = 0;

    boolean isRoot() {
        return uid == ROOT;
    }
}
