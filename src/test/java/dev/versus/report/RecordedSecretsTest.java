package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.measurement.Machine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in a run's record, and every report that is made of it. */
class RecordedSecretsTest {

    private static final String BODY = "{\"user\":\"a\",\"password\":\"s3cr3t\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String told(String body) {
        return RecordedSettings.of(Map.of("body", body)).getOrDefault("body", "");
    }

    @Test
    void no_report_holds_one() throws IOException {
        RunRecord run = SampleRun.record(Map.of(
                "body", BODY,
                "dbPassword", "s3cr3t",
                "cache", "redis://user:s3cr3t@cache",
                "path", "/?api_key=s3cr3t&page=2"));
        SampleRun.write(
                PlainRecord.of(
                        run.run(),
                        run.warmUp(),
                        run.observed().turns(),
                        new Fingerprints(Map.of("namespaces", Map.of("web", Map.of("a", "-Dx.password=s3cr3t"))))),
                folder);

        Report report = ReportWriter.write(folder);

        assertThat(ConsoleSummary.of(report.results())).doesNotContain("s3cr3t");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("s3cr3t"));
        }
        assertThat(RunAgain.command(report.run()))
                .contains("-Dversus.body=\"${VERSUS_BODY:?}\"", "-Dversus.dbPassword=\"${VERSUS_DBPASSWORD:?}\"")
                .contains("-Dversus.rounds=10");
    }

    @Test
    void headers_and_forms_are_masked_and_names_of_variables_are_not() {
        Map<String, String> recorded = RecordedSettings.of(Map.of(
                "header.X-Pin", "s3cr3t",
                "header.Cookie", "a=s3cr3t",
                "header.Host", "shop.example",
                "header.Accept-Encoding", "gzip",
                "form", "user=a&pin=s3cr3t",
                "credentials", "basic:SHOP_USER:SHOP_PASSWORD"));
        assertThat(recorded)
                .containsEntry("header.X-Pin", "***")
                .containsEntry("header.Cookie", "***")
                .containsEntry("header.Host", "shop.example")
                .containsEntry("header.Accept-Encoding", "gzip")
                .containsEntry("credentials", "basic:SHOP_USER:SHOP_PASSWORD")
                .containsEntry("form", "*** (17 bytes)");
        assertThat(RecordedSettings.of(recorded)).isEqualTo(recorded);
        assertThat(RecordedSettings.of(Map.of("credentials", "basic:ann:s3cr3t")))
                .containsValue("***");
    }

    @Test
    void a_target_and_a_machine_are_told_without_them() {
        var target = new RunHeader.TargetFacts(
                "a",
                "web of shop/DB_PASSWORD=s3cr3t in process",
                List.of(URI.create("http://h")),
                "GET /?token=s3cr3t",
                Optional.empty());
        assertThat(target.place()).isEqualTo("web of shop/DB_PASSWORD=*** in process");
        assertThat(target.workload()).isEqualTo("GET /?token=***");
        assertThat(new Machine("", "", 1, 0, "", List.of("-Xmx1g", "-Dkey.password=s3cr3t")).jvmFlags())
                .containsExactly("-Xmx1g", "-Dkey.password=***");
    }

    @Test
    void of_a_body_the_length_alone_is_kept_also_of_older_records() {
        assertThat(told(BODY)).isEqualTo("*** (32 bytes)");
        assertThat(told("*** (32 bytes, SHA-256 0123456789ab…)")).isEqualTo("*** (32 bytes)");
        assertThat(told("*** s3cr3t")).isEqualTo("*** (10 bytes)");
    }

    @Test
    void a_body_that_is_told_already_and_the_name_of_a_file_stay() {
        assertThat(told(told(BODY))).isEqualTo(told(BODY));
        assertThat(told("@order.json")).isEqualTo("@order.json");
        assertThat(told("")).isEmpty();
    }
}
