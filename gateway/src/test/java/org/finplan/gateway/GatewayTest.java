package org.finplan.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code @QuarkusTest} of the gateway among its {@link Surroundings}, which start once per test JVM. A test class
 * declares what it needs as fields: {@code @TestHTTPResource Client client} calls the gateway, and {@code Surroundings
 * surroundings} is what stands around it and signs tokens.
 */
@Inherited
@QuarkusTest
@WithTestResource(Surroundings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface GatewayTest {}
