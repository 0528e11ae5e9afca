package org.finplan.platform.devstack.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.client.UnreachableException;

/** Tells the main job of the suite in the terminal: {@code ./finplan demo}. It can be told again and again. */
public final class Demo {

    private Demo() {}

    /**
     * Tells the story.
     *
     * @param gateway address of the gateway
     * @param issuer gives an access token for the name of a demo user
     * @param samplePackage directory of the synthetic plan that follows
     * @param out where the story is printed
     * @return 0 when every step showed what it promises, 1 otherwise
     */
    public static int run(URI gateway, UnaryOperator<String> issuer, Path samplePackage, PrintStream out) {
        Narration narration = new Narration(out);
        try {
            new Story(new Caller(new GatewayClient(gateway, issuer), narration), narration, samplePackage).tell();
            return 0;
        } catch (StepFailedException e) {
            narration.failed(e.getMessage());
        } catch (UnreachableException e) {
            narration.failed("网关没有应答，请先运行 ./finplan up / the gateway does not answer; run ./finplan up first: "
                    + e.getMessage());
        }
        return 1;
    }
}
