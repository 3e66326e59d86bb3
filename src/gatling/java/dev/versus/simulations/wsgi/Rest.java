package dev.versus.simulations.wsgi;

import dev.versus.run.EntryPoint;

/**
 * Targets on which the servers are idle, for their resource use at rest.
 *
 * @param flask the target in the deployment of Flask on Gunicorn
 * @param quart the target in the deployment of Quart on Hypercorn
 */
public record Rest(EntryPoint flask, EntryPoint quart) {}
