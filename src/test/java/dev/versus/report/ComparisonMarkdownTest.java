package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonMarkdownTest {

    @Test
    void is_sealed() throws IOException {
        Golden.assertSame("comparison.md", ComparisonMarkdown.of(Report.of(SampleRun.record())));
    }

    @Test
    void a_claim_cannot_break_out_of_its_cell() {
        String words = "a | b <script>alert(1)</script>\n# [x](javascript:0)";
        RunRecord run = SampleRun.record(
                List.of(SampleRun.claim(words, SampleRun.throughput("docker-address"), SampleRun.atLeast(0.9))));
        assertThat(ComparisonMarkdown.of(Report.of(run)))
                .contains("a \\| b &lt;script&gt;alert(1)&lt;/script&gt; \\# \\[x\\](javascript:0)")
                .doesNotContain("<script>");
    }

    @Test
    void a_hostile_record_makes_no_commands_and_no_code_of_its_own() {
        String words = "\u001b[2J\n::error::x\n```\n##vso[a]\u202e";
        Report report = Report.of(SampleRun.record(Map.of("allow", words)));

        assertThat(ComparisonMarkdown.of(report))
                .contains("-Dversus.allow=\\x1b[2J\\x0a::error::x\\x0a```\\x0a# #vso[a]\\u202e")
                .doesNotContain("\u001b", "\n::", "\u202e", "##vso");
        assertThat(ComparisonMarkdown.plain(words)).doesNotContain("\u001b", "\n", "```", "\u202e", "##");
        assertThat(ComparisonMarkdown.code("a`<b>\n")).isEqualTo("`a'<b>\\x0a`");
    }

    @Test
    void the_console_shows_a_hostile_claim_as_text() {
        String words = "\u001b[2J\n::error::x\n##vso[a]\u202e";
        RunRecord run = SampleRun.record(
                List.of(SampleRun.claim(words, SampleRun.throughput("docker-address"), SampleRun.atLeast(0.9))));

        assertThat(ConsoleSummary.of(Report.of(run).results()))
                .contains("\\x1b[2J\n    | ::error::x\n# #vso[a]\\u202e")
                .doesNotContain("\u001b", "\n::", "\u202e", "##vso");
    }
}
