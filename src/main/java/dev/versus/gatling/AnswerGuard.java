package dev.versus.gatling;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.ProtocolException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * A handler in the pipeline of an HTTP/1 connection, between the decoder and Gatling's own handlers, that corrects what Gatling's client
 * makes of answers:
 *
 * <ul>
 *   <li>Interim answers (1xx) are skipped; the client takes the first head for the answer (RFC 9110, section 15.2).
 *   <li>A request whose connection is closed without an answer, or within one, fails; on a kept connection the client sends it again, and
 *       tells nobody.
 *   <li>An answer that goes on after its announced end fails, and its connection is closed; the client keeps the rest for its next request.
 *   <li>A connection that an HTTP/1.0 server is about to close is not used again.
 *   <li>Compressed bodies stay so: their length is that of what was sent, and the generator need not unpack them.
 * </ul>
 */
final class AnswerGuard extends ChannelInboundHandlerAdapter {

    /** The name of the decoder in the pipelines of Gatling's client. */
    private static final String DECODER = "http";

    private boolean awaiting;
    private boolean expectsContinue;
    private @Nullable Interim interim;
    private boolean excess;
    private @Nullable LastHttpContent end;

    /** What is done with the interim answer that is being read. */
    private enum Interim {
        SKIPPED,
        SHOWN
    }

    private AnswerGuard() {}

    /**
     * Makes the guard of a connection; for connections of HTTP/2, where each answer has a stream of its own, it does nothing. There
     * {@link StreamGuard} sees to Gatling's own handlers.
     */
    static AnswerGuard on(Channel connection) {
        AnswerGuard guard = new AnswerGuard();
        if (connection.pipeline().get(DECODER) != null) {
            connection.pipeline().addAfter(DECODER, "versus", guard);
        } else {
            StreamGuard.on(connection);
        }
        return guard;
    }

    /**
     * Begins to wait for an answer; to be called right before a request is written.
     *
     * @param waits whether the request's body is sent only after the interim answer 100 (Continue)
     */
    void begins(boolean waits) {
        awaiting = true;
        expectsContinue = waits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!awaiting || end != null) {
            excess = true;
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpResponse head && isInterim(head)) {
            interim = expectsContinue && head.status().code() == 100 ? Interim.SHOWN : Interim.SKIPPED;
            passInterim(context, message);
        } else if (interim != null) {
            passInterim(context, message);
        } else {
            passAnswer(context, message);
        }
    }

    private static boolean isInterim(HttpResponse head) {
        return head.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && head.status().code() != 101;
    }

    private void passInterim(ChannelHandlerContext context, Object message) {
        boolean shown = interim == Interim.SHOWN;
        if (message instanceof LastHttpContent) {
            interim = null;
            expectsContinue &= !shown;
        }
        if (shown) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    /** Passes an answer on, but holds its end back until everything that came with it is known. */
    private void passAnswer(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent last && last.decoderResult().isSuccess()) {
            end = last;
            return;
        }
        if (message instanceof HttpResponse head) {
            head.headers().remove(HttpHeaderNames.CONTENT_ENCODING);
            if (!HttpUtil.isKeepAlive(head)) {
                head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        LastHttpContent last = end;
        if (last != null) {
            finish(context, last);
        } else if (excess) {
            excess = false;
            var unused = context.close();
        }
        context.fireChannelReadComplete();
    }

    /** Ends an answer. Gatling may write the next request on this connection before this returns. */
    private void finish(ChannelHandlerContext context, LastHttpContent last) {
        end = null;
        awaiting = false;
        if (excess) {
            excess = false;
            last.release();
            context.fireExceptionCaught(new ProtocolException("the response goes on after its announced end"));
        } else {
            context.fireChannelRead(last);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (awaiting) {
            awaiting = false;
            context.fireExceptionCaught(new ClosedChannelException());
        }
        context.fireChannelInactive();
    }
}
