/** Kernels of guarantee networks one by one, measured by JMH, beside what JGraphT has for the same. */
package org.finplan.benchmarks.kernels;
