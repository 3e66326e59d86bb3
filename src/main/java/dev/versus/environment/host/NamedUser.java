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
 * The user that a Compose file names for a service, where root runs Versus: by its number, or as this host knows the name, or a uid that
 * belongs to nobody for a name that it does not know.
 *
 * @param files what the command needs to read
 */
record NamedUser(ServiceDefinition service, NamedFiles files) {

    private static final Set<String> REAL_TIME = Set.of("sys_nice");

    /** Whether the service is to run as another user than the one that runs Versus. */
    boolean isAnother() {
        return service.program().user() != null
                && Superuser.isRunning()
                && !known().map(HostUser::isRoot).orElse(false);
    }

    private Optional<HostUser> known() {
        String named = service.program().user();
        return named == null ? Optional.empty() : HostAccounts.ofThisHost().find(named);
    }

    /** The folder and the user of a replica; its folder is the root of this host where the name is known, as in a container. */
    Home home(Workshop workshop) throws IOException {
        Optional<HostUser> known = known();
        return known.isPresent() ? new Home(Path.of("/"), known.get()) : workshop.home();
    }

    /** How commands of the service run, if this user can read what they need; else nothing. */
    Optional<RunAs> runAs(HostUser user) {
        RunAs plain = withRealTime(user);
        List<Path> closed = new ClosedFolders(user).above(files.all());
        RunAs runAs = closed.isEmpty() ? plain : plain.in(new OpenedFolders(closed, files.folder()).words());
        return Optional.of(runAs).filter(one -> one.reads(files.program(), files.needed()));
    }

    /** A real-time class of the scheduler is granted to whoever asks, where this root may. */
    private RunAs withRealTime(HostUser user) {
        RunAs plain = RunAs.user(user, Set.of());
        if (!service.confinement().asksForRealTime()) {
            return plain;
        }
        RunAs realTime = RunAs.user(user, REAL_TIME);
        return realTime.works() ? realTime : plain;
    }

    /** Says so where the service runs as root all the same. */
    List<String> notices() {
        var notices = new ArrayList<String>();
        if (isAnother() && runAs(known().orElseGet(NamedUser::anybody)).isEmpty()) {
            notices.add("'" + service.name() + "' runs as root and not as its user '"
                    + service.program().user() + "', " + reason());
        }
        return notices;
    }

    private String reason() {
        return Superuser.objection().isPresent()
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
