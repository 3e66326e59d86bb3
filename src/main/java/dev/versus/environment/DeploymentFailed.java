package dev.versus.environment;

import dev.versus.ForeignText;
import dev.versus.LogTail;
import dev.versus.VersusException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Failure of a service to start or to become healthy. Everything that the launch had started is gone; the log is kept. */
public final class DeploymentFailed extends VersusException {

    private static final long serialVersionUID = 1L;

    private final String culprit;
    private final String reason;
    private final transient @Nullable Path log;
    private final transient List<String> lastLines;

    private DeploymentFailed(Report report, @Nullable Throwable cause) {
        super(report.sentence(), cause);
        this.culprit = report.culprit;
        this.reason = report.reason;
        this.log = report.log;
        this.lastLines = report.lastLines;
    }

    private record Report(
            String culprit, String reason, @Nullable Path log, List<String> lastLines) {

        String sentence() {
            String head = culprit + " " + ForeignText.line(reason) + ".";
            if (log == null) {
                return head;
            }
            return head + " Its log " + log + (lastLines.isEmpty() ? " is empty." : " ends:" + quoted());
        }

        private String quoted() {
            return lastLines.stream()
                    .map(line -> "\n" + ForeignText.QUOTE + ForeignText.line(line))
                    .collect(Collectors.joining());
        }
    }

    /** Returns the failure of a replica, with the end of its log. */
    public static DeploymentFailed of(String culprit, String reason, Path log) {
        return new DeploymentFailed(new Report(culprit, reason, log, LogTail.of(log)), null);
    }

    /** Returns a failure that belongs to no log. */
    public static DeploymentFailed of(String culprit, String reason) {
        return new DeploymentFailed(new Report(culprit, reason, null, List.of()), null);
    }

    /** Returns the failure of a replica that could not be started and so has no log. */
    public static DeploymentFailed before(String culprit, String reason, Throwable cause) {
        return new DeploymentFailed(new Report(culprit, reason, null, List.of()), cause);
    }

    /** Returns this failure with the new path of its log, after the log has been moved to where it is kept. */
    public DeploymentFailed withLog(Path kept) {
        return new DeploymentFailed(new Report(culprit, reason, kept, lastLines), getCause());
    }

    /** Returns the name of the replica, or of whatever else failed. */
    public String culprit() {
        return culprit;
    }

    /** Returns the log of the replica, or null if there is none. */
    public @Nullable Path log() {
        return log;
    }

    /** Returns the last lines of the log unchanged. They may hold control characters: do not print them on a terminal. */
    public List<String> lastLines() {
        return lastLines;
    }
}
