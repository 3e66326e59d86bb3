package dev.versus.system;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the health check of a service; null if the service has none or disables it. */
final class HealthcheckBinder {

    private HealthcheckBinder() {}

    static @Nullable Healthcheck bind(Fields service) {
        Fields check = service.in("healthcheck");
        List<String> test = check.texts("test");
        if (check.flag("disable") || test.isEmpty() || test.equals(List.of("NONE"))) {
            return null;
        }
        requireKnownForm(check, test);
        return new Healthcheck(
                test,
                check.duration("interval", Healthcheck.DEFAULT_INTERVAL),
                check.duration("timeout", Healthcheck.DEFAULT_TIMEOUT),
                check.whole("retries", Healthcheck.DEFAULT_RETRIES),
                check.duration("start_period", Duration.ZERO),
                check.duration("start_interval", Healthcheck.DEFAULT_START_INTERVAL));
    }

    private static void requireKnownForm(Fields check, List<String> test) {
        boolean command = test.get(0).equals("CMD") && test.size() > 1;
        boolean shell = test.get(0).equals("CMD-SHELL") && test.size() == 2;
        if (!command && !shell) {
            throw check.refuse(
                    "test", "[CMD, program, ...], [CMD-SHELL, command], [NONE] or one text", String.join(" ", test));
        }
    }
}
