package dev.versus.services.ruler;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(new HttpRequestDecoder(), new Connection(channel, Loop.of(new Served())));
    }

    @Test
    void answersWhenTheTimeIsOverAndNotBefore() {
        send("GET /delay?us=500 HTTP/1.1\r\n\r\n");

        assertThat(after(499)).isEmpty();
        assertThat(after(1)).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() {
        send("GET /delay?us=500 HTTP/1.1\r\n\r\nGET /health HTTP/1.1\r\n\r\n");

        assertThat(after(0)).isEmpty();
        assertThat(after(500)).containsSubsequence("as you asked", "\"up\"");
    }

    @Test
    void answersARequestThatComesInPiecesOnceItIsWhole() {
        send("POST /served/reset HTTP/1.1\r\nContent-Length: 4\r\n\r\nbo");
        assertThat(after(0)).isEmpty();

        send("dy");

        assertThat(after(0)).contains("reset");
    }

    @Test
    void closesAfterARequestThatIsNoHttp() {
        send("nonsense\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        assertThat(after(0))
                .startsWith("HTTP/1.1 400")
                .contains("Connection: close")
                .doesNotContain("200 OK");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void readsNoFurtherWhileTooMuchWaits() {
        send("GET /delay?us=500 HTTP/1.1\r\n\r\n" + "GET / HTTP/1.1\r\n\r\n".repeat(64));
        assertThat(channel.config().isAutoRead()).isFalse();

        assertThat(after(500).split("200 OK", -1)).hasSize(66);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void forgetsWhatWasAskedByAClientThatWent() {
        send("GET /delay?us=500 HTTP/1.1\r\n\r\n");

        channel.close().syncUninterruptibly();

        assertThat(after(500)).isEmpty();
    }

    @Test
    void closesWhenDrainedAfterTheLastAnswer() {
        send("GET /delay?us=500 HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        channel.pipeline().fireUserEventTriggered(Connection.DRAIN);

        assertThat(channel.isOpen()).isTrue();
        assertThat(after(500)).containsSubsequence("200 OK", "200 OK", "Connection: close");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAtOnceWhenDrainedWhileIdle() {
        channel.pipeline().fireUserEventTriggered(Connection.DRAIN);

        assertThat(channel.isOpen()).isFalse();
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private String after(long micros) {
        channel.advanceTimeBy(micros, TimeUnit.MICROSECONDS);
        channel.runPendingTasks();
        StringBuilder answers = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            answers.append(bytes.toString(US_ASCII));
            bytes.release();
        }
        return answers.toString();
    }
}
