package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
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
}
