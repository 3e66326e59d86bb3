package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.versus.measurement.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class MachineFormatsTest {

    private final Report sample = Report.of(SampleRun.record());

    @Test
    void results_json_is_sealed() throws IOException {
        String actual = ResultsJson.of(sample.results());
        JsonNode sealed = Json.lines().readTree(Golden.sealed("results.json", actual));
        assertThat(Json.lines().readTree(actual).equals(alike(), sealed))
                .as("results.json has the sealed fields and values")
                .isTrue();
    }

    /** Figures may differ in the last digits, where processors compute logarithms differently. */
    private static Comparator<JsonNode> alike() {
        return (one, other) -> {
            if (one.isNumber() && other.isNumber()) {
                double scale = Math.max(1, Math.abs(one.asDouble()));
                return Math.abs(one.asDouble() - other.asDouble()) <= 1e-9 * scale ? 0 : 1;
            }
            return one.equals(other) ? 0 : 1;
        };
    }

    @Test
    void results_json_is_as_its_schema_says() {
        assertThat(problems(ResultsJson.of(sample.results()))).isEmpty();
    }

    @Test
    void results_json_of_a_killed_run_is_as_its_schema_says() {
        RunRecord run = SampleRun.record();
        RunRecord killed = PlainRecord.killed(run.run());
        assertThat(problems(ResultsJson.of(Report.of(killed).results()))).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() {
        String strange = ResultsJson.of(sample.results()).replaceFirst("\"leftOut\"", "\"left_out\"");
        assertThat(problems(strange)).isNotEmpty();
    }

    static List<Error> problems(String results) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ComparisonHtml.resource("results.schema.json"), InputFormat.JSON);
        return schema.validate(results, InputFormat.JSON);
    }

    @Test
    void junit_xml_is_sealed() throws IOException {
        Golden.assertSame("junit.xml", JUnitXml.of(sample));
    }

    @Test
    void a_broken_gate_is_a_failure_and_an_undecided_one_is_skipped() throws Exception {
        Element suite = suite(JUnitXml.of(sample));
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    }

    @Test
    void an_undecided_gate_is_a_failure_in_strict_mode() throws Exception {
        Map<String, String> settings = new HashMap<>(SampleRun.record().run().settings());
        settings.put("strict", "true");
        Element suite = suite(JUnitXml.of(Report.of(SampleRun.record(settings))));
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    }

    @Test
    void junit_xml_holds_whatever_a_claim_says() throws Exception {
        String words = "<b> & \"quotes\" ]]> \u0000 end";
        RunRecord run = SampleRun.record(
                List.of(SampleRun.gate(words, SampleRun.throughput("docker-address"), SampleRun.atLeast(0.9))));
        Element suite = suite(JUnitXml.of(Report.of(run)));
        Element last = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(last.getAttribute("name")).isEqualTo(words.replace("\u0000", ""));
    }

    private static Element suite(String xml) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }
}
