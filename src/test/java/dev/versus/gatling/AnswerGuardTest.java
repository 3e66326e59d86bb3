package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.net.ProtocolException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerGuardTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final EmbeddedChannel connection = decoding();
    private final AnswerGuard guard = AnswerGuard.on(connection);

    private static EmbeddedChannel decoding() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.pipeline().addLast("http", new HttpClientCodec());
        return channel;
    }

    @BeforeEach
    void ask() {
        guard.begins(false);
    }

    @AfterEach
    void close() {
        var unused = connection.close();
    }

    private void arrives(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Returns the status of each head and the text of each body part that came through, up to now. */
    private List<String> passed() {
        List<String> passed = new ArrayList<>();
        for (Object part = connection.readInbound(); part != null; part = connection.readInbound()) {
            if (part instanceof HttpResponse head) {
                passed.add(String.valueOf(head.status().code()));
            } else if (part instanceof HttpContent content) {
                passed.add(content.content().toString(StandardCharsets.ISO_8859_1));
            }
            ReferenceCountUtil.release(part);
        }
        return passed;
    }

    @Test
    void interimAnswersDoNotComeThrough() {
        arrives("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
        assertThat(passed()).isEmpty();
        arrives("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + ANSWER);
        assertThat(passed()).containsExactly("200", "hello");
    }

    @Test
    void theGoAheadForABodyComesThroughOnce() {
        guard.begins(true);
        arrives("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(passed()).containsExactly("100", "");
        arrives("HTTP/1.1 100 Continue\r\n\r\n" + ANSWER);
        assertThat(passed()).containsExactly("200", "hello");
    }

    @Test
    void anAnswerInPartsComesThroughInParts() {
        arrives("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        assertThat(passed()).containsExactly("200", "hel");
        arrives("lo");
        assertThat(passed()).containsExactly("lo");
    }

    @Test
    void anAnswerThatGoesOnAfterItsEndFails() {
        assertThatThrownBy(() -> arrives(ANSWER + " and goodbye\r\n\r\n")).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aConnectionOnWhichAnAnswerComesUnaskedIsClosed() {
        arrives(ANSWER);
        arrives("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
        assertThat(passed()).containsExactly("200", "hello");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aRequestWhoseConnectionIsClosedWithoutAnAnswerFails() {
        assertThatThrownBy(() -> {
                    var unused = connection.close();
                    connection.checkException();
                })
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aRequestWhoseAnswerIsCutOffFails() {
        arrives("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        assertThatThrownBy(() -> {
                    var unused = connection.close();
                    connection.checkException();
                })
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void anAnswerThatEndsWithItsConnectionIsWhole() {
        arrives("HTTP/1.1 200 OK\r\n\r\nhello");
        var unused = connection.close();
        connection.checkException();
        assertThat(passed()).containsExactly("200", "hello", "");
    }

    @Test
    void aConnectionThatIsClosedWhileNothingIsUnderWayIsNoFailure() {
        arrives(ANSWER);
        var unused = connection.close();
        connection.checkException();
        assertThat(passed()).containsExactly("200", "hello");
    }

    @Test
    void aConnectionThatIsNotKeptSaysSo() {
        arrives("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n");
        HttpResponse head = connection.readInbound();
        assertThat(head.headers().get("Connection")).isEqualTo("close");
    }

    @Test
    void aCompressedBodyStaysAsItIs() {
        arrives("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n*****");
        HttpResponse head = connection.readInbound();
        assertThat(head.headers().contains("Content-Encoding")).isFalse();
        assertThat(passed()).containsExactly("*****");
    }
}
