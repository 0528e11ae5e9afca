/** How long it takes to check a large plan package, beside a bare JSON Schema validator on the same files. */
package org.finplan.benchmarks.plan;
