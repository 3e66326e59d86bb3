package dev.versus.services.ruler;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.net.InetSocketAddress;

/** The server as a whole: it starts, listens, and on closing answers what is under way. */
public final class NullServer implements AutoCloseable {

    private static final int BACKLOG = 4_096;
    private static final int GRACE_SECONDS = 5;

    private final Served served = new Served();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Transport transport = Transport.best();
    private final FastThreadLocal<Loop> loop = new FastThreadLocal<>() {
        @Override
        protected Loop initialValue() {
            return Loop.of(served);
        }
    };
    private final EventLoopGroup loops;
    private final Channel listener;

    private NullServer(ServerSettings settings) {
        loops = new MultiThreadIoEventLoopGroup(settings.threads(), new PunctualThreads(), transport.handlers());
        listener = listen(settings);
    }

    /** Runs the server with the settings of the environment until the process is told to end. */
    public static void main(String[] arguments) {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        try {
            ServerSettings settings = ServerSettings.of(System.getenv());
            NullServer server = new NullServer(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            System.out.printf(
                    "null-server listens on %s:%d (%s, event loops: %d).%n",
                    settings.host(), server.port(), server.transport.name(), settings.threads());
        } catch (InvalidSetting e) {
            refuse(e, 2);
        } catch (StartFailure e) {
            refuse(e, 1);
        }
    }

    private static void refuse(RuntimeException reason, int exitCode) {
        System.err.println("null-server: " + reason.getMessage());
        System.exit(exitCode);
    }

    private Channel listen(ServerSettings settings) {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(transport.listener())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Accepted())
                .bind(settings.host(), settings.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new StartFailure(
                    "cannot listen on %s:%d: %s; free it or set HOST and PORT to another address."
                            .formatted(
                                    settings.host(),
                                    settings.port(),
                                    bound.cause().getMessage()),
                    bound.cause());
        }
        return bound.channel();
    }

    private int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Accepts no more, answers what was asked already, for at most five seconds, and ends the event loops. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        for (Channel connection : connections) {
            connection.pipeline().fireUserEventTriggered(Connection.DRAIN);
        }
        connections.newCloseFuture().awaitUninterruptibly(GRACE_SECONDS, SECONDS);
        loops.shutdownGracefully(0, 1, SECONDS).awaitUninterruptibly();
    }

    private final class Accepted extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            connections.add(channel);
            channel.pipeline().addLast(new HttpRequestDecoder(), new Connection(channel, loop.get()));
        }
    }
}
