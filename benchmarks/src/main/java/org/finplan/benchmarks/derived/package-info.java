/** What it costs that derived series follow a revision. */
package org.finplan.benchmarks.derived;
