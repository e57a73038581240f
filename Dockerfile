# Screening Messenger as a container. docs/deploy.md says how it is run; test/rules/deployment.test.ts keeps this file true.

# What runs. No package that runs needs an install script: that of onnxruntime-node only fetches what a graphics card would need.
# `npm install --no-save` keeps to the lock file; setup/dependencies.mjs says why it is not `npm ci`.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
# onnxruntime-node brings a runtime for each platform, 290 MB in all, in folders such as bin/napi-v6/linux/x64. The image's own stays.
RUN find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 ! -path "*/linux/$(node -p process.arch)" -exec rm -r {} +

# The sentence model, fetched and checked; and what is learnt from the intents with it, so that no start has to learn.
FROM packages AS understanding
COPY setup.mjs ./
COPY setup setup
RUN node setup.mjs --sentence-model-only
COPY scripts/learnPack.ts scripts/
COPY intents intents
COPY src src
RUN node scripts/learnPack.ts --with-meaning

# The chat page's script and style, built once.
FROM packages AS pages
RUN npm install --no-save --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
COPY tsconfig.json ./
COPY scripts/buildPages.mjs scripts/
COPY src/consoles/patient/browser src/consoles/patient/browser
RUN node scripts/buildPages.mjs

FROM node:24-bookworm-slim
# Used only without DATABASE_URL, which is for trying the service out.
ENV DATA_DIR=/data
RUN mkdir /data && chown 1000:1000 /data
VOLUME /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=pages /app/build build
COPY --from=understanding /app/models models
COPY --from=understanding /app/build/understanding build/understanding
COPY package.json ./
COPY demo demo
COPY dialogs dialogs
COPY intents intents
# What an operator runs beside the service.
COPY scripts/doctor.ts scripts/import.ts scripts/messengerProfile.ts scripts/
COPY src src
# The user node of the base image, by number: an orchestrator can then see that it is not root.
USER 1000:1000
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
