package org.finplan.platform.testing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code @QuarkusTest} on the real stack: PostgreSQL with the service's database and its two roles, Kafka, and the key
 * of the gateway's internal tokens. The stack starts once per test JVM; nothing is replaced by a mock. The database is
 * that of the module the test runs in ({@code tasks-service} gets {@code finplan_tasks}).
 */
@Inherited
@QuarkusTest
@WithTestResource(FinplanStack.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FinplanTest {}
