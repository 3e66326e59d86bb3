package dev.versus.services.ruler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. Its requests are served one after another, in the order in which they came: one that was pipelined waits
 * for its turn, and its service time holds that wait.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    /** Sent through the pipeline: answer what was asked, then close. */
    static final Object DRAIN = new Object();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOST_WAITING = 64;
    private static final Call MALFORMED = new Call.Say(Reply.text(400, "This is not an HTTP request.\n"));
    private static final Reply DONE = Reply.text(200, "as you asked\n");
    private static final Reply RESET = Reply.text(200, "reset\n");

    private final Channel channel;
    private final Loop loop;
    private final Queue<Exchange> waiting = new ArrayDeque<>(2);
    private @Nullable HttpRequest arriving;
    private @Nullable Future<?> timer;
    private boolean draining;
    private boolean closing;

    Connection(Channel channel, Loop loop) {
        this.channel = channel;
        this.loop = loop;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpRequest request) {
                arriving = request;
            }
            HttpRequest request = arriving;
            if (request != null && message instanceof HttpObject part) {
                decoded(request, part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void decoded(HttpRequest request, HttpObject part) {
        DecoderResult result = part.decoderResult();
        if (result.isFailure()) {
            accept(new Exchange(MALFORMED, Persistence.CLOSED, loop.record()));
        } else if (part instanceof LastHttpContent) {
            Call call = loop.routes().call(request.method(), request.uri());
            accept(new Exchange(call, Persistence.of(request), loop.record()));
        }
    }

    private void accept(Exchange exchange) {
        arriving = null;
        if (!closing) {
            waiting.add(exchange);
            serveInTurn();
        }
    }

    private void serveInTurn() {
        while (timer == null && !closing) {
            Exchange next = waiting.poll();
            if (next == null) {
                return;
            }
            serve(next);
        }
    }

    private void serve(Exchange exchange) {
        Call call = exchange.call();
        if (call instanceof Call.Delay delay) {
            delay(exchange, delay.nanos());
        } else if (call instanceof Call.Burn burn) {
            burn(burn.nanos());
            answer(exchange, DONE);
            channel.flush();
        } else if (call instanceof Call.Say say) {
            answer(exchange, say.reply());
        } else if (call instanceof Call.Tell) {
            answer(exchange, Reply.json(200, loop.served().json()));
        } else {
            loop.served().reset();
            answer(exchange, RESET);
        }
    }

    private void delay(Exchange exchange, long nanos) {
        if (nanos == 0) {
            answer(exchange, DONE);
        } else {
            timer = channel.eventLoop().schedule(() -> timeIsOver(exchange), nanos, NANOSECONDS);
        }
    }

    private void timeIsOver(Exchange exchange) {
        timer = null;
        answer(exchange, DONE);
        serveInTurn();
        channel.flush();
        regulate();
    }

    /** Spins until this thread has used so much CPU time; whoever shares the CPU meanwhile makes it wait, and not work less. */
    private static void burn(long nanos) {
        long end = THREADS.getCurrentThreadCpuTime() + nanos;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void answer(Exchange exchange, Reply reply) {
        boolean last = draining && waiting.isEmpty();
        Persistence persistence = last ? Persistence.CLOSED : exchange.persistence();
        ChannelFuture written = channel.write(reply.bytes(channel.alloc(), persistence));
        written.addListener(exchange);
        if (persistence == Persistence.CLOSED) {
            closing = true;
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        channel.flush();
        regulate();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        regulate();
    }

    /** Reads no further while the client does not take its answers, or has too much in the queue. */
    private void regulate() {
        channel.config().setAutoRead(channel.isWritable() && waiting.size() < MOST_WAITING);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == DRAIN) {
            draining = true;
            if (timer == null && arriving == null) {
                close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closing = true;
        waiting.clear();
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that went away is its own affair: it has no answer to wait for.
        close();
    }

    private void close() {
        ChannelFuture unused = channel.close();
    }
}
