package dev.versus.gatling;

import static dev.versus.workload.FixedRequests.fixedRequests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.workload.FixedRequests;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private final VirtualUser user = new VirtualUser(0, task -> {});
    private final List<Throwable> heard = new ArrayList<>();

    private StretchAssignment assigned() {
        FixedRequests workload = fixedRequests(2);
        Target target = new Target("web", List.of(URI.create("http://one")));
        Stretch stretch =
                new Stretch(target, workload, workload.nextStep(List.of()).orElseThrow(), 1, Stretch.Part.ROUND, 1);
        StretchAssignment assignment = StretchAssignment.of(stretch, 0, System.nanoTime(), Duration.ofMinutes(5));
        user.assign(assignment);
        return assignment;
    }

    private Exchange sent() {
        long now = System.nanoTime();
        user.starts(now, now);
        Exchange exchange = new Exchange(user, new Heard());
        exchange.onWrite(new EmbeddedChannel());
        return exchange;
    }

    /** Keeps what Gatling would hear. */
    private final class Heard implements HttpListener {
        @Override
        public void onFinalClientRequest(Request request) {}

        @Override
        public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {}

        @Override
        public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {}

        @Override
        public void onThrowable(Throwable cause) {
            heard.add(cause);
        }
    }

    @Test
    void aSecondEndOfARequestIsNotTakenForThatOfTheNextOne() {
        StretchAssignment assignment = assigned();
        Exchange first = sent();
        first.onThrowable(new ClosedChannelException());
        user.ended(System.nanoTime());
        Exchange second = sent();
        first.onThrowable(new ProtocolException());
        second.onThrowable(new ClosedChannelException());
        user.ended(System.nanoTime());
        assertThat(assignment
                        .recorder()
                        .measurement(Consumption.of(CpuTimes.none()))
                        .failures())
                .isEqualTo(Map.of(FailureKind.CONNECTION, 2L));
        assertThat(heard).hasSize(2).allMatch(ClosedChannelException.class::isInstance);
    }
}
