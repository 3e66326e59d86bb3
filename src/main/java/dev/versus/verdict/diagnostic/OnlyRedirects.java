package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Response;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds targets that answer every request by sending the client elsewhere, for example to a login page or to HTTPS. Redirects are not
 * followed, so the page itself was never served.
 *
 * <p>Formula: the statuses of all answers. Threshold: all are 3xx, without 304 (Not Modified). Source: RFC 9110, section 15.4; {@code ab}
 * prints "Non-2xx responses".
 *
 * <p>Severity: a warning, because a redirect may be what is compared.
 */
final class OnlyRedirects extends TargetDiagnostic {

    OnlyRedirects() {
        super(
                "only-redirects",
                Scope.ALL,
                "the page needs a login, is served by HTTPS or under another address, and redirects are not followed",
                "send requests to the address that serves the page, with the credentials that it needs");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        Measurement total = evidence.total(target);
        List<Integer> statuses = total.statuses().keySet().stream()
                .filter(Response::isExpected)
                .sorted()
                .toList();
        String numbers = statuses.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return warning(
                !statuses.isEmpty() && statuses.stream().allMatch(Response::isRedirect),
                target,
                text(
                        "all %,d answers of %s are redirects (status %s), the first one to %s",
                        total.answered(), target, numbers, total.location().orElse("no address")));
    }
}
