package dev.versus.verdict.diagnostic;

import dev.versus.ForeignText;
import dev.versus.comparison.ServiceEnd;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds services that ended, or were killed, while a run needed them.
 *
 * <p>Formula: the processes that were healthy after the launch and are gone after a stretch of load. Threshold: one. Source: a service that
 * a container engine restarts silently serves some rounds cold and others not at all.
 *
 * <p>Severity: invalid for the targets whose requests may reach the service, because their rounds before and after do not measure the same
 * system. A warning if there is no such target, or for a job that is done: a service without a port that ends with exit code 0. Failures are counted all the same.
 */
final class ServiceEnded extends Diagnostic {

    static final String NAME = "service-ended";

    ServiceEnded() {
        super(
                NAME,
                Scope.ALL_BUT_FAILURES,
                "it ended by itself, was killed, or had no memory left; a run restarts no service",
                "read its log in the run's folder, mend what ends it, and run again");
    }

    @Override
    List<Finding> examine(Evidence evidence) {
        return evidence.ends().stream()
                .flatMap(end -> finding(
                        true,
                        end.targets().isEmpty() ? Severity.WARNS : Severity.INVALIDATES,
                        end.targets(),
                        end.describe() + needed(end) + "; " + log(end)))
                .toList();
    }

    private static String needed(ServiceEnd end) {
        return end.targets().isEmpty() ? "" : ", and requests to " + String.join(", ", end.targets()) + " need it";
    }

    private static String log(ServiceEnd end) {
        return end.lastLines().isEmpty()
                ? "its log is empty"
                : end.lastLines().stream()
                        .map(ForeignText::line)
                        .collect(Collectors.joining(" / ", "its log ends: ", ""));
    }
}
