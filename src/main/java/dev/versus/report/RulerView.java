package dev.versus.report;

import dev.versus.measurement.Calibration;
import dev.versus.measurement.Ruler;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A reading of the ruler, as texts for reports.
 *
 * @param rows each figure with its unit, by its name; empty without a reading
 * @param missing why there is no reading, and the command that makes one; empty if there is a reading
 */
record RulerView(Map<String, String> rows, String missing) {

    /** Returns the view of a run's reading; empty if the run recorded none. */
    static RulerView of(Optional<Calibration> calibration) {
        return calibration.map(RulerView::of).orElse(new RulerView(Map.of(), ""));
    }

    private static RulerView of(Calibration calibration) {
        String missing = calibration
                .missing()
                .map(why -> why + ": run " + Calibration.COMMAND)
                .orElse("");
        return new RulerView(calibration.reading().map(RulerView::rows).orElse(Map.of()), missing);
    }

    private static Map<String, String> rows(Ruler ruler) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Ceiling", Figures.of(ruler.ceiling().perSecond()) + " requests/s at concurrency 50");
        rows.put("Floor", micros(ruler.floor()) + " µs, one request at a time");
        byLoad(ruler).forEach((load, deviations) -> rows.put("Off " + load, deviations));
        rows.put(
                ruler.level() ? "Level after" : "Not level within",
                Figures.of(ruler.untilLevel().toNanos() / 1e9) + " s");
        rows.put("Read", Figures.moment(ruler.measured()));
        return rows;
    }

    /** Returns the deviations at each delay by load (each rate, and the closed loop), in the order of the reading. */
    private static Map<String, String> byLoad(Ruler ruler) {
        return ruler.deviations().stream()
                .collect(Collectors.groupingBy(
                        off -> off.rate().map(rate -> "at " + rate).orElse("in a closed loop"),
                        LinkedHashMap::new,
                        Collectors.mapping(RulerView::text, Collectors.joining("; "))));
    }

    private static String text(Ruler.Deviation off) {
        return "%s ms: p50 %s µs, p99 %s µs".formatted(millis(off.delay()), signed(off.p50()), signed(off.p99()));
    }

    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros().toPlainString();
    }

    private static String micros(Duration time) {
        return Figures.count(Math.round(time.toNanos() / 1e3));
    }

    private static String signed(Duration time) {
        return (time.isNegative() ? "−" : "+") + micros(time.abs());
    }

    /** Returns all figures in one line; an empty text if nothing is known. */
    String line() {
        return rows.isEmpty()
                ? missing
                : rows.entrySet().stream()
                        .map(row -> row.getKey().toLowerCase(Locale.ROOT) + " " + row.getValue())
                        .collect(Collectors.joining("; "));
    }
}
