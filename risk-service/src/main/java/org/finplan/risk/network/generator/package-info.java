/**
 * Made-up guarantee networks in the shape that is told of Chinese ones, with planted truths, for tests, benchmarks and
 * demonstrations. No figure of them was observed. Pure.
 */
package org.finplan.risk.network.generator;
