package dev.versus.environment.host;

import dev.versus.build.Jdk;
import dev.versus.environment.CpuSplit;
import dev.versus.environment.Requirement;
import dev.versus.environment.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Requirements for running services as programs of this host. Some of them only make the figures better. */
public record HostNeeds(StateFolder state) {

    private static final int OLDEST = 17;

    /** Checks every requirement. It starts and changes nothing. */
    public List<Requirement> all() {
        return List.of(jdk(), folder(), otherUids(), separateCpus());
    }

    private static Requirement jdk() {
        String found = Runtime.version() + " in " + System.getProperty("java.home") + "; services run on JDK "
                + Jdk.newest().version().feature() + " in " + Jdk.newest().home();
        return Runtime.version().feature() >= OLDEST
                ? Requirement.met("a JDK 17 or newer", found)
                : Requirement.missing("a JDK 17 or newer", found, Provision.part("java"));
    }

    private Requirement folder() {
        Path there = state.root();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isWritable(there)
                ? Requirement.met("a folder for state", state.root().toString())
                : Requirement.missing(
                        "a folder for state", there + " cannot be written", "name another by -Dversus.state=<folder>");
    }

    /** Checks that root can start stores and nginx under another uid. */
    private static Requirement otherUids() {
        String what = "a user for stores and nginx";
        return RootUser.objection()
                .map(reason -> Requirement.missing(what, "what root starts " + reason, Provision.part("namespace")))
                .orElseGet(() -> Requirement.met(
                        what, RootUser.isRunning() ? "free uids, by setpriv" : System.getProperty("user.name")));
    }

    private static Requirement separateCpus() {
        String what = "CPUs for services alone";
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return Requirement.met(what, "there is one CPU: generator and services share it");
        }
        if (!Files.isReadable(Path.of("/proc/self/status"))) {
            return Requirement.met(what, "not on this operating system: generator and services share all");
        }
        return CpuSplit.halves()
                .map(split -> Requirement.met(what, split.toString()))
                .orElseGet(() -> Requirement.missing(what, "taskset is not on the PATH", Provision.part("namespace")));
    }
}
