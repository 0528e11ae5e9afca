package org.finplan.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code @QuarkusTest} of the gateway among its {@link Surroundings}, which start once per test JVM. What a test class needs
 * comes as fields: a {@link Client} that calls the gateway, and the surroundings themselves, which sign tokens too.
 */
@Inherited
@QuarkusTest
@WithTestResource(Surroundings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface GatewayTest {}
