package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * User that a Compose file names for a service, where root runs Versus: a free uid, whatever the name or number, unless it is root. The
 * users of an image are not those of this host, and whoever has the same number here could look into the service's memory and variables.
 *
 * @param files what the command needs to read
 */
record NamedUser(ServiceDefinition service, NamedFiles files) {

    private static final Set<String> REAL_TIME = Set.of("sys_nice");

    /** Tells whether the service is to run as another user than the one that runs Versus. */
    boolean isAnother() {
        String named = service.program().user();
        return named != null
                && RootUser.isRunning()
                && !HostAccounts.ofThisHost().isRoot(named);
    }

    /** Returns how commands of the service run as this user; nothing if the user cannot read the needed files. */
    Optional<RunAs> runAs(HostUser user) {
        RunAs plain = withRealTime(user);
        List<Path> closed = new ClosedFolders(user).above(files.all());
        RunAs runAs = closed.isEmpty() ? plain : plain.in(new OpenedFolders(closed, files.folder()).words());
        return Optional.of(runAs).filter(one -> one.reads(files.program(), files.needed()));
    }

    /** Grants the capability for real-time scheduling to a service that asks for it, if this root has it. */
    private RunAs withRealTime(HostUser user) {
        RunAs plain = RunAs.user(user, Set.of());
        if (!service.confinement().asksForRealTime()) {
            return plain;
        }
        RunAs realTime = RunAs.user(user, REAL_TIME);
        return realTime.works() ? realTime : plain;
    }

    /** Returns a notice if the service has to run as root although it names another user. */
    List<String> notices() {
        var notices = new ArrayList<String>();
        if (isAnother() && runAs(anybody()).isEmpty()) {
            notices.add("'" + service.name() + "' runs as root and not as its user '"
                    + service.program().user() + "', " + reason());
        }
        return notices;
    }

    private String reason() {
        return RootUser.objection().isPresent()
                ? "for which 'setpriv' is needed and not allowed or not installed here: apt-get install util-linux."
                : "who cannot read " + files.program() + " or what its command names: let others read these files,"
                        + " or allow mounts (CAP_SYS_ADMIN).";
    }

    private static HostUser anybody() {
        try {
            return new FreeUids(HostAccounts.ofThisHost(), List.of(Path.of("/proc"))).choose(new SecureRandom());
        } catch (IOException none) {
            return new HostUser(FreeUids.LAST, FreeUids.LAST);
        }
    }
}
