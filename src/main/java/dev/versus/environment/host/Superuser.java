package dev.versus.environment.host;

import dev.versus.ThisUser;
import java.util.Optional;
import java.util.Set;

/** Root as the user that runs Versus. Programs that root starts run under another uid. */
public final class Superuser {

    private static final HostUser ANY = new HostUser(FreeUids.LAST, FreeUids.LAST);

    private Superuser() {}

    /** Tells whether root runs Versus. */
    public static boolean isRunning() {
        return ThisUser.INSTANCE.isRoot();
    }

    /** Returns why a program that must not run as root cannot be run here; nothing if it can. */
    public static Optional<String> objection() {
        if (!isRunning() || RunAs.user(ANY, Set.of()).works()) {
            return Optional.empty();
        }
        return Optional.of(
                Programs.ofAdministrator(RunAs.SETPRIV).isEmpty()
                        ? "must not run as root, and 'setpriv', which changes its uid, is not installed here;"
                                + " install util-linux (Debian: apt-get install util-linux), or run as an ordinary user"
                        : "must not run as root, and this root may not change its uid by 'setpriv';"
                                + " allow CAP_SETUID, CAP_SETGID and CAP_SETPCAP, or run as an ordinary user");
    }
}
