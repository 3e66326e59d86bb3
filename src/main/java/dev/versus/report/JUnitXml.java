package dev.versus.report;

import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes {@code junit.xml}: each gate is a test case in the format of JUnit reports. A refuted gate is a failure; an undecided one is
 * skipped, or a failure under {@code -Dversus.strict}. Claims that are no gates never fail a build, so they are properties.
 */
public record JUnitXml(Report report) {

    /** The file's name in a run's folder. */
    public static final String FILE = "junit.xml";

    /** Returns the gates as one XML document that ends with a line break. */
    public static String of(Report report) {
        return new Template("junit.jte").text(new JUnitXml(report), JUnitXml::escaped);
    }

    RunHeader run() {
        return report.run();
    }

    Extent extent() {
        return report.results().extent();
    }

    List<Judgement> gates() {
        return report.results().judgements().stream()
                .filter(judgement -> judgement.claim().gate())
                .toList();
    }

    /** Returns the judgements of claims that are no gates. */
    List<Judgement> claims() {
        return report.results().judgements().stream()
                .filter(judgement -> !judgement.claim().gate())
                .toList();
    }

    boolean fails(Judgement gate) {
        return gate.breaks(report.isStrict());
    }

    boolean isSkipped(Judgement gate) {
        return !fails(gate) && gate.verdict() != Verdict.CONFIRMED;
    }

    /** Returns the number of gates that fail; an incomplete run fails one more. */
    long failures() {
        return gates().stream().filter(this::fails).count() + (extent().isWhole() ? 0 : 1);
    }

    long skipped() {
        return gates().stream().filter(this::isSkipped).count();
    }

    String timestamp() {
        return run().started().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    }

    static String answer(Judgement judgement) {
        ClaimView claim = new ClaimView(judgement);
        return "%s: %s; measured %s, %s, required %s; %s"
                .formatted(
                        claim.tone().word(),
                        claim.statement(),
                        claim.measured(),
                        claim.interval().isEmpty() ? "no interval" : claim.intervalInFull(),
                        claim.required(),
                        claim.reason());
    }

    /** Removes characters that XML 1.0 does not allow, and escapes those that mean something in attributes and elements. */
    private static String escaped(String text) {
        return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
