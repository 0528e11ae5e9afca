package org.finplan.platform.outbox;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.finplan.platform.outbox.kafka.EventLog;
import org.finplan.platform.outbox.kafka.KafkaClients;
import org.finplan.platform.outbox.kafka.Topics;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;
import org.finplan.platform.sql.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** A relay in a process of its own, to be killed. Ends when its standard input ends, so that it never outlives its test. */
final class RelayProcess {

    private RelayProcess() {}

    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser(arguments[1]);
        dataSource.setPassword(arguments[2]);
        KafkaClients clients = new KafkaClients(arguments[3], Map.of());
        new Relay(
                        Sql.on(dataSource),
                        clients::producer,
                        () -> new EventLog(clients::admin, Topics.defaults()),
                        RelaySettings.defaults(),
                        Clock.systemUTC())
                .start();
        int ended = System.in.read();
        Runtime.getRuntime().halt(ended);
    }

    static Process start(TestDatabase database) {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RelayProcess.class.getName());
        builder.command().addAll(database.coordinates());
        builder.command().add(TestServers.kafka().bootstrapServers());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
