package dev.versus.environment.host;

/** A user of this host by the numbers of the user and of the group. */
record HostUser(int uid, int gid) {

    private static final int ROOT = 0;

    boolean isRoot() {
        return uid == ROOT;
    }
}
