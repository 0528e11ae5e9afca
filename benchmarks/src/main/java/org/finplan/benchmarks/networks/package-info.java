/** Kernels of guarantee networks beside the same algorithms written on JGraphT. */
package org.finplan.benchmarks.networks;
