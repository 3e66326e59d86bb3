package dev.versus.report;

import dev.versus.verdict.Claim;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;
import dev.versus.verdict.attribution.Attribution;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}: each gate is a test case in the format of JUnit reports. A refuted gate is a failure; an undecided one is
 * skipped, or a failure under {@code -Dversus.strict}. Claims that are no gates never fail a build, so they are properties.
 */
public final class JUnitXml {

    /** The file's name in a run's folder. */
    public static final String FILE = "junit.xml";

    private final Report report;
    private final XMLStreamWriter xml;

    private JUnitXml(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** Returns the gates as one XML document that ends with a line break. */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            new JUnitXml(report, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).document();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open(0, "testsuites", Map.of());
        open(1, "testsuite", Map.of());
        attribute("name", report.run().simulation());
        attribute("tests", gates().size() + 1);
        attribute("failures", gates().stream().filter(this::fails).count() + (isComplete() ? 0 : 1));
        attribute("errors", 0);
        attribute("skipped", gates().stream().filter(this::isSkipped).count());
        attribute("time", "0");
        attribute(
                "timestamp",
                report.run()
                        .started()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace("Z", ""));
        properties();
        complete();
        for (Judgement gate : gates()) {
            testCase(gate);
        }
        close(1);
        close(0);
        xml.writeEndDocument();
    }

    private List<Judgement> gates() {
        return report.results().judgements().stream()
                .filter(judgement -> judgement.claim().gate())
                .toList();
    }

    private boolean isComplete() {
        return report.results().extent().isWhole();
    }

    private boolean fails(Judgement gate) {
        return gate.breaks(report.isStrict());
    }

    private boolean isSkipped(Judgement gate) {
        return !fails(gate) && gate.verdict() != Verdict.CONFIRMED;
    }

    private void properties() throws XMLStreamException {
        open(2, "properties", Map.of());
        property("run", report.run().run());
        property("seed", String.valueOf(report.run().seed()));
        property("rounds", report.results().extent().describe());
        for (Judgement judgement : report.results().judgements()) {
            if (!judgement.claim().gate()) {
                property("claim: " + judgement.claim().text(), answer(judgement));
            }
        }
        for (Attribution cause : report.results().attributions()) {
            property("cause: " + cause.ladder().whole().describe(), cause.sentence());
        }
        close(2);
    }

    private void property(String name, String value) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void complete() throws XMLStreamException {
        open(2, "testcase", Map.of("name", Claim.COMPLETE));
        if (!isComplete()) {
            outcome("failure", "incomplete", report.results().extent().describe());
        }
        close(2);
    }

    private void testCase(Judgement gate) throws XMLStreamException {
        open(2, "testcase", Map.of("name", gate.claim().text()));
        if (fails(gate)) {
            outcome("failure", Tone.of(gate).word(), answer(gate));
        } else if (isSkipped(gate)) {
            outcome("skipped", Tone.of(gate).word(), answer(gate));
        }
        indent(3);
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal(answer(gate)));
        xml.writeEndElement();
        close(2);
    }

    private void outcome(String element, String type, String message) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement(element);
        attribute("type", type);
        attribute("message", message);
    }

    private static String answer(Judgement judgement) {
        ClaimView claim = ClaimView.of(judgement);
        return "%s: %s; measured %s, %s, required %s; %s"
                .formatted(
                        claim.tone().word(),
                        claim.statement(),
                        claim.measured(),
                        claim.interval().isEmpty() ? "no interval" : claim.intervalInFull(),
                        claim.required(),
                        claim.reason());
    }

    private void open(int depth, String element, Map<String, String> attributes) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
        if (element.equals("testcase")) {
            attribute("classname", report.run().simulation());
            attribute("time", "0");
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            attribute(attribute.getKey(), attribute.getValue());
        }
    }

    private void close(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, legal(String.valueOf(value)));
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Removes characters that XML 1.0 does not allow. */
    private static String legal(String text) {
        return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
