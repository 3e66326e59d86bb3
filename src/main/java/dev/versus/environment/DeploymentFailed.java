package dev.versus.environment;

import dev.versus.ForeignText;
import dev.versus.VersusException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service did not start or did not become healthy. Everything that the launch had started is gone; the log is kept. */
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

    /** A replica that failed, with the end of its log. */
    public static DeploymentFailed of(String culprit, String reason, Path log) {
        return new DeploymentFailed(new Report(culprit, reason, log, LogTail.of(log)), null);
    }

    /** Something that no log belongs to. */
    public static DeploymentFailed of(String culprit, String reason) {
        return new DeploymentFailed(new Report(culprit, reason, null, List.of()), null);
    }

    /** A replica that could not even be started. */
    public static DeploymentFailed before(String culprit, String reason, Throwable cause) {
        return new DeploymentFailed(new Report(culprit, reason, null, List.of()), cause);
    }

    /** The same failure after its log has moved to where it is kept. */
    public DeploymentFailed withLog(Path kept) {
        return new DeploymentFailed(new Report(culprit, reason, kept, lastLines), getCause());
    }

    public String culprit() {
        return culprit;
    }

    public @Nullable Path log() {
        return log;
    }

    /** The end of its log as it stands there: for a program, not for a terminal. */
    public List<String> lastLines() {
        return lastLines;
    }
}
