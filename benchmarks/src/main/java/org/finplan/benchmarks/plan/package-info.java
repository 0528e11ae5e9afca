/** How long it takes to check a large plan package, beside a bare JSON Schema validator, to publish it, and to start with it. */
package org.finplan.benchmarks.plan;
