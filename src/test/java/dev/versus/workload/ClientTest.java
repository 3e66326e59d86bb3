package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Rate RATE = Rate.perSecond(10);

    @Test
    void users_keep_cookies_and_all_other_workloads_send_none() {
        assertThat(Users.users(1).client().keepsCookies()).isTrue();
        List<Workload> others = List.of(
                FixedRequests.fixedRequests(1),
                Sequential.sequential(1),
                ConstantRate.constantRate(RATE),
                Stress.stress());
        assertThat(others).noneMatch(workload -> workload.client().keepsCookies());
    }

    @Test
    void every_workload_speaks_http_1_unless_asked_otherwise() {
        assertThat(Users.users(1).client().version()).isEqualTo(Client.Version.HTTP_1_1);
        assertThat(Stress.stress().overHttp2().client().version()).isEqualTo(Client.Version.HTTP_2);
    }

    @Test
    void a_choice_leaves_the_rest_of_the_workload_as_it_was() {
        FixedRequests workload = FixedRequests.fixedRequests(9).concurrency(3).get("/a");
        assertThat(workload.keepingCookies().overHttp2().withoutCookies().by(workload.client()))
                .isEqualTo(workload);
    }

    @Test
    void a_workload_that_warms_up_speaks_as_the_one_whose_place_it_takes() {
        FixedRequests brief = FixedRequests.fixedRequests(1);
        Workload warming =
                FixedRequests.fixedRequests(9).warmedUpBy(brief).overHttp2().whileWarming();
        assertThat(warming).isEqualTo(brief.overHttp2());
    }

    @Test
    void a_description_tells_what_is_unusual() {
        assertThat(FixedRequests.fixedRequests(1).keepingCookies().overHttp2().describe())
                .endsWith("keep-alive, keeping cookies, over HTTP/2");
        assertThat(Users.users(1).withoutCookies().describe()).endsWith(", without cookies");
        assertThat(Users.users(1).describe()).doesNotContain("cookies");
    }

    @Test
    void http_2_is_refused_where_each_request_opens_a_connection() {
        String sentence = "requests that open a connection each are sent over HTTP/1.1, not HTTP/2";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedRequests.fixedRequests(1).overHttp2().withoutKeepAlive())
                .withMessage(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.sequential(1).overHttp2())
                .withMessage(sentence);
    }
}
