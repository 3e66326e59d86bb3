package dev.versus.environment.image;

import dev.versus.environment.HostProcesses;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunId;
import java.util.Map;
import java.util.Optional;

/** Labels of everything that a run makes in Docker. They name the owner even if the run's own record is lost. */
public final class RunLabels {

    /** The label that names the run. */
    public static final String RUN = "dev.versus.run";

    /** The label that names the process that owns the run. */
    public static final String OWNER = "dev.versus.owner";

    private RunLabels() {}

    /** Returns the labels for a run of this JVM. */
    public static Map<String, String> of(RunId run) {
        return Map.of(RUN, run.value(), OWNER, new HostProcesses().self().asText());
    }

    /** Returns the owner that labels name; nothing if they name none. */
    public static Optional<ProcessIdentity> owner(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(OWNER)).flatMap(ProcessIdentity::read);
    }
}
