package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.FindingsAssert.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OnlyRedirectsTest {

    private final OnlyRedirects onlyRedirects = new OnlyRedirects();

    private static Evidence answeringWith(Map<Integer, Long> statuses) {
        return Sample.ofHealthy("a")
                .target("b", round -> Seen.healthy().statuses(statuses).redirected("http://web/login"))
                .evidence();
    }

    @Test
    void warnsWhereEveryAnswerIsARedirectAndNamesItsAddress() {
        assertThat(onlyRedirects.examine(answeringWith(Map.of(302, 9_000L, 307, 1_000L))))
                .warnOf("b")
                .because("all 100,000 answers of b are redirects (status 302, 307), the first one to http://web/login");
    }

    @Test
    void isSilentWhereThePageIsServedToo() {
        assertThat(onlyRedirects.examine(answeringWith(Map.of(302, 9_999L, 200, 1L))))
                .areNone();
    }

    @Test
    void anUnchangedPageIsNoRedirect() {
        assertThat(onlyRedirects.examine(answeringWith(Map.of(304, 10_000L)))).areNone();
    }

    @Test
    void warnsThoughSomeRequestsFailed() {
        assertThat(onlyRedirects.examine(answeringWith(Map.of(302, 9_000L, 503, 1_000L))))
                .warnOf("b");
    }
}
