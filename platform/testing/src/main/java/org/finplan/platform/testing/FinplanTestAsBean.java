package org.finplan.platform.testing;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.deployment.builditem.TestAnnotationBuildItem;
import io.quarkus.test.junit.buildchain.TestBuildChainCustomizerProducer;
import java.util.function.Consumer;
import org.jboss.jandex.Index;

/**
 * Tells Quarkus that classes with {@link FinplanTest} are test beans. It finds annotations built on {@code @QuarkusTest}
 * only where they lie among the tests themselves, not in a jar.
 */
public final class FinplanTestAsBean implements TestBuildChainCustomizerProducer {

    @Override
    public Consumer<BuildChainBuilder> produce(Index testClassesIndex) {
        return chain -> chain.addBuildStep(
                        context -> context.produce(new TestAnnotationBuildItem(FinplanTest.class.getName())))
                .produces(TestAnnotationBuildItem.class)
                .build();
    }
}
