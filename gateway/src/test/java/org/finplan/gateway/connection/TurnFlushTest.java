package org.finplan.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnFlushTest {

    private final EmbeddedChannel connection = new EmbeddedChannel(new TurnFlush());

    @AfterEach
    void release() {
        connection.finishAndReleaseAll();
    }

    @Test
    void sendsAllThatWasWrittenInTheTurnAtItsEnd() {
        var head = connection.pipeline().write("head");
        var body = connection.pipeline().write("body");
        connection.pipeline().flush().flush();

        assertThat(head.isDone() || body.isDone()).isFalse();
        assertThat(connection.outboundMessages()).isEmpty();

        connection.runPendingTasks();

        assertThat(connection.outboundMessages()).containsExactly("head", "body");
    }

    @Test
    void sendsInEveryTurn() {
        write("first");
        connection.runPendingTasks();
        write("second");
        connection.runPendingTasks();

        assertThat(connection.outboundMessages()).containsExactly("first", "second");
    }

    @Test
    void sendsBeforeTheConnectionCloses() {
        write("last words");
        connection.pipeline().close().syncUninterruptibly();

        assertThat(connection.outboundMessages()).containsExactly("last words");
    }

    @Test
    void sendsBeforeItIsTakenAway() {
        write("still here");
        connection.pipeline().remove(TurnFlush.class);

        assertThat(connection.outboundMessages()).containsExactly("still here");
    }

    private void write(String piece) {
        var unused = connection.pipeline().writeAndFlush(piece);
    }
}
